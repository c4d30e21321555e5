package pmradar.report;

import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import pmradar.trend.Figure.Unit;

/// How all charts look: no frame, quiet lines, counts and shares from zero.
final class ChartStyle {
    private static final Color NONE = new Color(0, 0, 0, 0);

    private ChartStyle() {}

    static void plain(JFreeChart chart) {
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
    }

    private static void plain(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
    }

    static void plain(XYPlot plot) {
        plain((Plot) plot);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.LINE.color());
        plot.setRangeGridlineStroke(new java.awt.BasicStroke(1));
    }

    static void plain(CategoryPlot plot) {
        plain((Plot) plot);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinePaint(Ink.LINE.color());
        plot.setRangeGridlineStroke(new java.awt.BasicStroke(1));
    }

    static void plain(Axis axis) {
        axis.setTickLabelFont(ChartText.font());
        axis.setTickLabelPaint(Ink.SOFT.color());
        axis.setAxisLinePaint(Ink.EDGE.color());
        axis.setTickMarkPaint(Ink.EDGE.color());
    }

    /// The axis of values. Pay alone may begin above zero: what counts there is the difference.
    static NumberAxis values(Unit unit) {
        var axis = new NumberAxis(null);
        plain(axis);
        axis.setAutoRangeIncludesZero(unit != Unit.PAY);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(0.08);
        axis.setNumberFormatOverride(new DecimalFormat(
                switch (unit) {
                    case SHARE -> "0.##%";
                    case POSTINGS, PAY, DAYS -> "#,##0.##";
                    case NUMBER -> "#,##0.##";
                },
                DecimalFormatSymbols.getInstance(Locale.ENGLISH)));
        if (unit == Unit.POSTINGS || unit == Unit.DAYS) axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }
}
