package pmradar.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/// A request whose body ends with [TooLarge] where it outgrows its bound, also when it did not say how long it is.
class BoundedBody extends HttpServletRequestWrapper {

    /// The body has more bytes than it may.
    static class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("A body has %,d bytes at most here.".formatted(most));
        }
    }

    private final long most;

    BoundedBody(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), most);
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private final long most;
        private long read;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = body.read(into, from, length);
            if (got > 0) count(got);
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) throw new TooLarge(most);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
