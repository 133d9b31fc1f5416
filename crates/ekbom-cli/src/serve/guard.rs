//! Who may ask: requests that name this service, and pages of origins that were allowed. A page of another site that calls
//! a service on the reader's own machine is refused by its `Origin`; a name that was bent to this machine by its `Host`.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, StatusCode, header};

use super::ServeOptions;

/// Whom it answers.
pub(crate) struct Guard {
    hosts: Vec<String>,
    origins: Vec<String>,
}

impl Guard {
    pub(super) fn new(args: &ServeOptions, address: SocketAddr) -> Self {
        let own = match address.ip() {
            IpAddr::V6(own) => format!("[{own}]"),
            IpAddr::V4(own) => own.to_string(),
        };
        let local = ["localhost".to_owned(), "127.0.0.1".to_owned(), "[::1]".to_owned(), own];
        let hosts = local.into_iter().chain(args.allow_host.iter().map(|own| own.to_ascii_lowercase()));
        Self { hosts: hosts.collect(), origins: args.allow_origin.clone() }
    }

    pub(super) fn origins(&self) -> &[String] {
        &self.origins
    }

    /// Whether a request with this head is answered.
    pub(super) fn check(&self, head: &HeaderMap) -> Result<(), (StatusCode, &'static str)> {
        let one = |name| {
            let mut all = head.get_all(name).iter();
            match (all.next(), all.next()) {
                (Some(own), None) => own.to_str().ok(),
                _ => None,
            }
        };
        let host = one(header::HOST).unwrap_or_default().to_ascii_lowercase();
        let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|own| own.is_ascii_digit()));
        let name = name.map_or(host.as_str(), |(name, _)| name);
        if !self.hosts.iter().any(|own| own == name) {
            return Err((
                StatusCode::MISDIRECTED_REQUEST,
                "this service does not go by that name: --allow-host adds one",
            ));
        }
        if !head.contains_key(header::ORIGIN) {
            return Ok(());
        }
        let origin = one(header::ORIGIN).unwrap_or_default();
        let same = origin.strip_prefix("http://").is_some_and(|own| own.eq_ignore_ascii_case(&host));
        if same || self.origins.iter().any(|own| own == origin) {
            return Ok(());
        }
        Err((StatusCode::FORBIDDEN, "pages of that origin may not ask: --allow-origin adds one"))
    }
}
