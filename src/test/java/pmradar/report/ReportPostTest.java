package pmradar.report;

class ReportPostTest extends ReportPostContract {}
