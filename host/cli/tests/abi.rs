//! `fixnic abi` says what the contract says.
use assert_cmd::Command;

#[test]
fn json_is_the_committed_description() {
    let output = Command::cargo_bin("fixnic")
        .unwrap()
        .args(["abi", "--json"])
        .output()
        .unwrap();
    assert!(output.status.success());
    let committed = include_str!("../../../hw/abi/generated/fixnic_abi.json");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), committed);
}

#[test]
fn an_unknown_subcommand_is_refused() {
    let output = Command::cargo_bin("fixnic")
        .unwrap()
        .arg("frobnicate")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
}
