package pmradar.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in one sentence why the program did not start, instead of a stack trace.
class OpenToNetworkAnalyzer extends AbstractFailureAnalyzer<OpenToNetwork> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenToNetwork cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "In local access (the default) only this machine may reach PM Radar. See 'Access' in the README.",
                cause);
    }
}
