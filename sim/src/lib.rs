//! The fixnic core under Verilator, its golden model, and the wire and host memory around them.
