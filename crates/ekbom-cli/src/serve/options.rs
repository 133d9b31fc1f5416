//! What `ekbom serve` may be told.

use std::fs;
use std::net::SocketAddr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::Args;
use ekbom_fhir::hooks::{HookOptions, TrustEmpty};
use ekbom_fhir::{AsOf, CodeMap};

use crate::failure::Failure;

/// Serve
#[derive(Debug, Args)]
#[command(after_help = "\
It listens on this machine alone unless told otherwise, fetches nothing, keeps nothing and writes no patient anywhere.
GET /cds-services lists the services of CDS Hooks; /openapi.json describes everything.

Examples:
  ekbom serve
  ekbom serve --listen 127.0.0.1:9000 --zone +01:00 --allow-origin https://sandbox.cds-hooks.org")]
pub(crate) struct ServeOptions {
    /// The address to listen on; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Listen on an address that others can reach: there is no log-in and no encryption here, which a proxy must bring
    #[arg(long)]
    pub(crate) allow_remote: bool,
    /// A name by which it may be called, beside those of this machine; may be repeated
    #[arg(long, value_name = "HOST")]
    pub(crate) allow_host: Vec<String>,
    /// An origin whose pages may ask from a browser, as `https://ehr.example.org`; may be repeated
    #[arg(long, value_name = "ORIGIN")]
    pub(crate) allow_origin: Vec<String>,
    /// Answer by these rules, as `ekbom rules --format json` printed them and you changed them
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<String>,
    /// Change the limit of a rule, as `ekbom assess --limit`; may be repeated
    #[arg(long, value_name = "RULE=VALUE")]
    pub(crate) limit: Vec<String>,
    /// Your own codes, as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) codes: Option<String>,
    /// Leave out results that are older than this; 0 is for ever
    #[arg(long, value_name = "DAYS", default_value = "365")]
    pub(crate) look_back: u32,
    /// The offset from UTC by which the day of a call is known, as +02:00
    #[arg(long, value_name = "OFFSET", default_value = "+00:00", allow_hyphen_values = true)]
    pub(crate) zone: String,
    /// Believe that an empty list is the whole truth: `conditions` or `medications`. One system seldom holds a whole
    /// history, and a stop may hang on what it does not hold. May be repeated
    #[arg(long, value_name = "LIST")]
    pub(crate) trust_empty: Vec<String>,
    /// Requests that are answered at once; more are told to come again
    #[arg(long, value_name = "COUNT", default_value = "64")]
    pub(crate) at_once: usize,
    /// Seconds that a request may take, its body included
    #[arg(long, value_name = "SECONDS", default_value = "10")]
    pub(crate) time: u16,
}

/// The same, checked once at the start.
pub(crate) struct Setup {
    pub(crate) codes: CodeMap,
    pub(crate) look_back_days: u32,
    pub(crate) trust_empty: Vec<TrustEmpty>,
    pub(crate) time: Duration,
    zone_minutes: i64,
}

impl Setup {
    pub(super) fn of(args: &ServeOptions) -> Result<Self, Failure> {
        if !args.listen.ip().is_loopback() && !args.allow_remote {
            return Err(Failure::said(format!(
                "{} can be reached from other machines, and there is no log-in here: say --allow-remote if a proxy \
                 brings one",
                args.listen
            )));
        }
        if let Some(own) = args.allow_origin.iter().find(|own| !is_origin(own)) {
            return Err(Failure::said(format!(
                "--allow-origin takes one origin, as https://ehr.example.org, not `{own}`: any page could ask"
            )));
        }
        if args.at_once == 0 || args.time == 0 {
            return Err(Failure::said("--at-once and --time take at least 1"));
        }
        let mut codes = CodeMap::default();
        if let Some(file) = &args.codes {
            let text = fs::read_to_string(file).map_err(|error| Failure::unreadable(file, &error))?;
            codes = text.parse().map_err(|error| Failure::said(format!("{file}: {error}")))?;
        }
        let mut trust_empty = Vec::new();
        for own in &args.trust_empty {
            let known = || TrustEmpty::CODES.iter().copied();
            trust_empty
                .push(TrustEmpty::from_code(own).ok_or_else(|| Failure::unknown("list", own, known()))?);
        }
        let zone = offset(&args.zone);
        let zone_minutes = zone.ok_or_else(|| {
            Failure::said(format!("--zone takes an offset, as +02:00, not `{}`", args.zone))
        })?;
        let time = Duration::from_secs(args.time.into());
        Ok(Self { codes, look_back_days: args.look_back, trust_empty, time, zone_minutes })
    }

    /// The day it is, in the zone of the service.
    pub(crate) fn today(&self) -> AsOf {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let minutes = i64::try_from(since.as_secs() / 60).unwrap_or_default();
        AsOf::since_1970((minutes + self.zone_minutes).div_euclid(24 * 60))
    }

    pub(crate) fn hooks(&self) -> HookOptions {
        HookOptions {
            codes: self.codes.clone(),
            look_back_days: self.look_back_days,
            trust_empty: self.trust_empty.clone(),
            ..HookOptions::new(self.today())
        }
    }
}

/// A scheme, a host, perhaps a port, and nothing else.
fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|own| {
        !own.is_empty()
            && own
                .chars()
                .all(|own| own.is_ascii_alphanumeric() || matches!(own, '-' | '.' | ':' | '[' | ']'))
    })
}

/// `+02:00` in minutes.
fn offset(text: &str) -> Option<i64> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return (text == "Z").then_some(0),
    };
    let (hours, minutes) =
        rest.split_once(':').filter(|(hours, minutes)| hours.len() == 2 && minutes.len() == 2)?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=14).contains(&hours) && (0..60).contains(&minutes)).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_has_a_sign_and_two_parts() {
        assert_eq!((offset("+02:00"), offset("-03:30"), offset("Z")), (Some(120), Some(-210), Some(0)));
        for wrong in ["", "2", "+2:00", "+15:00", "Europe/Paris", "+02:60", "+ab:cd"] {
            assert_eq!(offset(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_wildcard_is_no_origin() {
        assert!(is_origin("https://ehr.example.org") && is_origin("http://localhost:3000"));
        for wrong in ["*", "https://*.example.org", "null", "https://", "https://a/b", "ftp://a"] {
            assert!(!is_origin(wrong), "{wrong}");
        }
    }
}
