package pmradar.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A report as PDF, from the same page as all else. Whatever a page might want from elsewhere, it does not get.
final class PdfDocument {

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfDocument() {}

    static byte[] of(String xhtml) {
        var bytes = new ByteArrayOutputStream();
        try (var drawer = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder();
            builder.useFont(ChartText::regular, ChartText.FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(ChartText::bold, ChartText.FAMILY, 700, FontStyle.NORMAL, true);
            builder.useSVGDrawer(drawer);
            builder.useExternalResourceAccessControl(
                    (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withProducer("PM Radar");
            builder.withHtmlContent(xhtml, null);
            builder.toStream(bytes);
            builder.run();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
