//! A network namespace for one test: its interfaces, addresses and ports meet nobody else's, and vanish with it.

use std::process::Command;

/// Set in the process that runs in the namespace.
const INSIDE: &str = "FIXNIC_TEST_NAMESPACE";

/// Runs `body`, which is the body of the test of this name, in a process and a network namespace of its own.
///
/// # Panics
/// When the namespace cannot be had, with what is needed; or when the test fails in there.
pub fn in_own_namespace(test: &str, body: impl FnOnce()) {
    if std::env::var_os(INSIDE).is_some() {
        ip("link set lo up");
        body();
        return;
    }
    let probe = Command::new("unshare").args(["--net", "true"]).output();
    let allowed = probe
        .expect("unshare is needed: apt-get install util-linux")
        .status
        .success();
    assert!(
        allowed,
        "a network namespace and a TAP interface need root (CAP_SYS_ADMIN and CAP_NET_ADMIN): run this test as root"
    );
    let program = std::env::current_exe().expect("a test has a path");
    let output = Command::new("unshare")
        .arg("--net")
        .arg(program)
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(INSIDE, "1")
        .output()
        .expect("unshare runs");
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    println!("{stdout}");
    eprintln!("{stderr}");
    assert!(output.status.success(), "the test failed in its namespace");
    assert!(stdout.contains("1 passed"), "no test of the name {test} ran");
}

/// Creates a TAP interface that is up and has this address.
///
/// # Panics
/// When it cannot be made.
pub fn create_tap(name: &str, address: &str) {
    ip(&format!("tuntap add dev {name} mode tap"));
    ip(&format!("address add {address} dev {name}"));
    ip(&format!("link set {name} up"));
}

fn ip(arguments: &str) {
    let output = Command::new("ip").args(arguments.split(' ')).output();
    let output = output.expect("ip is needed: apt-get install iproute2");
    assert!(
        output.status.success(),
        "ip {arguments}: {}; /dev/net/tun must be there, and usable",
        String::from_utf8_lossy(&output.stderr)
    );
}
