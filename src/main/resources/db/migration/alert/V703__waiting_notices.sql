-- Which notices wait is asked after each matching.
create index alert_notice_waiting on alert_notice (state, search_id);
