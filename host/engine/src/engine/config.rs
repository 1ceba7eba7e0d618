//! From settings to the configuration of the session machine.

use fixnic_session::{ResendEnd, SessionConfig};

use crate::settings::{Compatibility, Role, SessionSettings};

const MS_NS: u64 = 1_000_000;
const SECOND_NS: u64 = 1_000_000_000;

/// The session machine's configuration for these settings.
pub(crate) fn session_config(settings: &SessionSettings) -> SessionConfig {
    let role = match settings.role {
        Role::Initiator { .. } => fixnic_session::Role::Initiator,
        Role::Acceptor { .. } => fixnic_session::Role::Acceptor,
    };
    let name = &settings.name;
    let mut config = SessionConfig::new(
        role,
        &name.begin_string,
        &name.sender_comp_id,
        &name.target_comp_id,
    );
    config.sender_sub_id = settings.sender_sub_id.clone();
    config.target_sub_id = settings.target_sub_id.clone();
    let username = settings.username.clone().map(|username| (553, username));
    let password = settings.password.clone().map(|password| (554, password.0));
    config.logon_fields = username.into_iter().chain(password).collect();
    config.default_appl_ver_id = settings.default_appl_ver_id.clone();
    config.heart_bt_int_s = settings.heart_bt_int_s;
    config.check_latency = settings.max_latency_ns.is_some();
    if let Some(max_latency_ns) = settings.max_latency_ns {
        config.max_latency_s = u32::try_from(max_latency_ns / SECOND_NS).unwrap_or(u32::MAX);
    }
    config.check_comp_id = settings.check_comp_id;
    config.validate_check_sum = settings.validate_check_sum;
    config.timestamp_digits = settings.timestamp_digits;
    config.enable_last_msg_seq_num_processed = settings.last_msg_seq_num_processed;
    config.send_redundant_resend_requests = settings.redundant_resend_requests;
    config.reset_on_logon = settings.reset_on_logon;
    config.reset_on_logout = settings.reset_on_logout;
    config.reset_on_disconnect = settings.reset_on_disconnect;
    if settings.closed_resend_interval {
        config.resend_end = ResendEnd::LastMissing;
    }
    config.resend_request_chunk = Some(settings.resend_request_chunk_size).filter(|size| *size > 0);
    config.enable_next_expected = settings.next_expected_msg_seq_num;
    config.compatibility_quickfix = settings.compatibility == Compatibility::QuickFix;
    let limits = &settings.limits;
    config.message_len_max = limits.message_len_max;
    config.queue_messages_max = limits.gap_messages_max;
    config.queue_bytes_max = limits.gap_bytes_max;
    config.transmit_bytes_max = limits.transmit_bytes_max;
    config.resend_batch = limits.resend_batch;
    config.resend_timeout_ms = limits.resend_timeout_ns / MS_NS;
    config.resend_attempts_max = limits.resend_attempts_max;
    config.logon_timeout_ms = settings.logon_timeout_ns / MS_NS;
    config.logout_timeout_ms = settings.logout_timeout_ns / MS_NS;
    config
}
