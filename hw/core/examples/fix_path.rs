//! Prints the Verilog of the FIX path alone, for 1,024 sessions: `cargo run -p fixnic-core --example fix_path > fix_path.v`.
use fixnic_core::{emit, framer::FixPath};

fn main() -> Result<(), emit::EmitError> {
    print!("{}", emit::verilog(FixPath::<10>::default(), "fix_path")?);
    Ok(())
}
