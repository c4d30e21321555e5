package pmradar.web;

/// Stops a start that would let anyone in the network in without a login.
class OpenToNetwork extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OpenToNetwork(String address) {
        super("""
                PM Radar would listen on %s without a login. Set server.address to 127.0.0.1, \
                or pmradar.access to accounts.""".formatted(address));
    }
}
