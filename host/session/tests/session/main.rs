//! The session layer's rules, one test each. Names say the rule; files say where it applies.

mod basics;
mod codec;
mod header;
mod logon;
mod logout;
mod options;
mod random;
mod receiving;
mod refusals;
mod replies;
mod resets;
mod sending;
mod sequence_reset;
mod silence;
mod store;
mod tags;
mod util;
