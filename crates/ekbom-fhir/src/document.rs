//! A document becomes resources: a Bundle of any kind, a list, one resource, or NDJSON.

use std::collections::BTreeMap;

use ekbom::patient::{FaultKind, PatientError};
use serde_json::Value;

use crate::json::{self, list, text};
use crate::ledger::{Book, Place, Why, short, why};
use crate::version::other_version;

/// Versions of one resource contradict each other.
const DISAGREE: &str = "versions_disagree";

/// Bytes of a document (64 MiB).
pub const MOST_BYTES: usize = 67_108_864;
/// Entries of a document.
pub const MOST_ENTRIES: usize = 200_000;

/// A resource where it stands.
#[derive(Clone)]
pub(crate) struct Resource<'v> {
    pub(crate) place: Place,
    pub(crate) kind: &'v str,
    pub(crate) value: &'v Value,
    pub(crate) full_url: Option<String>,
    /// It contradicts another version of itself.
    pub(crate) refused: Option<Why>,
    /// It stands in another one, and its id is that one's alone.
    contained: bool,
}

impl Resource<'_> {
    /// The name by which it is one and the same in several versions.
    fn identity(&self) -> Option<String> {
        if self.contained {
            return None;
        }
        let id = text(self.value, "id").map(|id| format!("{}/{id}", self.kind));
        id.or_else(|| self.full_url.clone())
    }
}

/// The values of a document: one, or one a line.
pub(crate) fn values(document: &str) -> Result<Vec<(String, Value)>, Vec<PatientError>> {
    if document.len() > MOST_BYTES {
        let message = format!("a document of more than {MOST_BYTES} bytes is not read");
        let fault = PatientError::new(FaultKind::TooLong, "", format!("{} bytes", document.len()), message);
        return Err(vec![fault.accept([format!("at most {MOST_BYTES} bytes")])]);
    }
    let document = document.trim_start_matches('\u{feff}');
    let whole = match json::read(document) {
        Ok(Value::Array(items)) => {
            return Ok(items.into_iter().enumerate().map(|(at, own)| (format!("[{at}]"), own)).collect());
        }
        Ok(value) => return Ok(vec![(String::new(), value)]),
        Err(error) => error,
    };
    let mut lines = document.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let first = lines.next().map(|(_, line)| json::read(line));
    if !matches!(first, Some(Ok(Value::Object(_)))) || lines.next().is_none() {
        let fault = PatientError::new(FaultKind::NotJson, "", "", format!("not JSON: {whole}"));
        return Err(vec![fault.accept(["a Bundle, a list of resources, or one resource a line"])]);
    }
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for (at, line) in document.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match json::read(line) {
            Ok(value) => values.push((format!("line[{}]", at + 1), value)),
            Err(error) => {
                faults.push(PatientError::new(
                    FaultKind::NotJson,
                    format!("line[{}]", at + 1),
                    "",
                    format!("not JSON: {error}"),
                ));
            }
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}

/// What a document holds.
#[derive(Default)]
pub(crate) struct Document<'v> {
    pub(crate) resources: Vec<Resource<'v>>,
    pub(crate) more_pages: bool,
    deleted: Vec<String>,
    faults: Vec<PatientError>,
    count: usize,
    most: usize,
}

impl<'v> Document<'v> {
    pub(crate) fn open(
        values: &'v [(String, Value)],
        most: usize,
        book: &mut Book,
    ) -> Result<Self, Vec<PatientError>> {
        let mut made = Self { most: most.min(MOST_ENTRIES), ..Self::default() };
        for (path, value) in values {
            if text(value, "resourceType") == Some("Bundle") {
                made.bundle(path, value, book);
            } else {
                let place = if path.is_empty() { "resource" } else { path };
                made.resource(place.into(), value, None, book);
            }
        }
        if !made.faults.is_empty() {
            return Err(made.faults);
        }
        made.newest_versions(book);
        Ok(made)
    }

    fn fault(&mut self, kind: FaultKind, field: String, value: &str, message: String, accepted: &[&str]) {
        self.faults.push(PatientError::new(kind, field, value, message).accept(accepted.iter().copied()));
    }

    fn bundle(&mut self, path: &str, bundle: &'v Value, book: &mut Book) {
        let at = |rest: &str| if path.is_empty() { rest.to_owned() } else { format!("{path}.{rest}") };
        const TYPES: &[&str] = &[
            "collection",
            "document",
            "searchset",
            "batch",
            "batch-response",
            "transaction",
            "transaction-response",
            "history",
        ];
        if let Some(other) = other_version(bundle) {
            return self.version(at(other.element), other.version);
        }
        let kind = text(bundle, "type").unwrap_or_default();
        if !TYPES.contains(&kind) {
            let message = format!("a Bundle of the type `{}` is not read", short(kind));
            return self.fault(FaultKind::NotReadAsFhir, at("type"), kind, message, TYPES);
        }
        if list(bundle, "link").iter().any(|link| text(link, "relation") == Some("next")) {
            self.more_pages = true;
            book.note("This page of a search is not the last: what stands on the next ones was not read.");
        }
        for (place, entry) in list(bundle, "entry").iter().enumerate() {
            let field = at(&format!("entry[{place}].resource"));
            let full_url = text(entry, "fullUrl").map(|own| unversioned(own).to_owned());
            let request = entry.get("request");
            let method = request.and_then(|own| text(own, "method")).unwrap_or_default();
            let resource = entry.get("resource").filter(|own| !own.is_null());
            let line = Place { order: (self.count, 0), path: field.clone(), resource: String::new() };
            if method == "DELETE" {
                self.count += 1;
                book.skip(&line, None, why("deleted", "it is to be deleted, or was"));
                let url = request.and_then(|own| text(own, "url")).map(|own| unversioned(own).to_owned());
                self.deleted.extend(full_url.iter().filter_map(|own| tail(own)));
                self.deleted.extend(url.iter().filter_map(|own| tail(own)));
                self.deleted.extend(full_url);
                continue;
            }
            if !["", "PUT", "POST"].contains(&method) && matches!(kind, "batch" | "transaction") {
                self.count += 1;
                book.skip(
                    &line,
                    None,
                    why("request", format!("a request by {} says nothing", short(method))),
                );
                continue;
            }
            let Some(resource) = resource else {
                self.count += 1;
                book.skip(&line, None, why("no_resource", "the entry holds no resource"));
                continue;
            };
            self.resource(field, resource, full_url, book);
        }
    }

    fn resource(&mut self, path: String, value: &'v Value, full_url: Option<String>, book: &mut Book) {
        self.count += 1;
        if self.count > self.most {
            if self.count == self.most + 1 {
                let message = format!("a document of more than {} entries is not read", self.most);
                self.fault(FaultKind::TooMany, String::new(), "", message, &[]);
            }
            return;
        }
        let Some(kind) = text(value, "resourceType") else {
            let accepted = ["a resource of FHIR R4 with its `resourceType`"];
            return self.fault(FaultKind::NotReadAsFhir, path, "", "this is no resource".into(), &accepted);
        };
        if kind == "Bundle" {
            let message = "a Bundle in a Bundle is not read".to_owned();
            return self.fault(FaultKind::NotReadAsFhir, path, "Bundle", message, &["its entries"]);
        }
        if let Some(other) = other_version(value) {
            return self.version(format!("{path}.{}", other.element), other.version);
        }
        let place = Place { order: (self.count - 1, 0), path, resource: short(kind) };
        if kind == "OperationOutcome" {
            return self.outcome(&place, value, book);
        }
        // Results that stand in a report, and nowhere else.
        let inner = if kind == "DiagnosticReport" { list(value, "contained") } else { &[] };
        for (at, own) in inner.iter().enumerate() {
            if text(own, "resourceType") == Some("Observation") {
                let path = format!("{}.contained[{at}]", place.path);
                let place = Place { order: (place.order.0, at + 1), path, resource: "Observation".into() };
                let (kind, full_url, refused) = ("Observation", None, None);
                self.resources.push(Resource { place, kind, value: own, full_url, refused, contained: true });
            }
        }
        self.resources.push(Resource { place, kind, value, full_url, refused: None, contained: false });
    }

    fn version(&mut self, field: String, version: &str) {
        // One is enough: a document is of one version.
        if self.faults.iter().any(|own| own.value() == version) {
            return;
        }
        let message = format!("this is FHIR {version}: it has other names for what R4 says, and is not read");
        self.fault(FaultKind::NotReadAsFhir, field, version, message, &["R4 or R4B"]);
    }

    /// What a server says of a search: that it failed is no empty answer.
    fn outcome(&mut self, place: &Place, value: &Value, book: &mut Book) {
        let failed =
            list(value, "issue").iter().find(|own| matches!(text(own, "severity"), Some("error" | "fatal")));
        match failed {
            Some(issue) => {
                let code = text(issue, "code").unwrap_or("error");
                let message = "the server says that it failed: what it did not send is not known".to_owned();
                self.fault(
                    FaultKind::AnswerNotWhole,
                    place.path.clone(),
                    code,
                    message,
                    &["an answer without errors"],
                );
            }
            None => book.skip(place, None, why("outcome", "the server's remark on its answer")),
        }
    }

    /// Leaves the newest version of each resource, and none of what was deleted or never meant.
    fn newest_versions(&mut self, book: &mut Book) {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, own) in self.resources.iter().enumerate() {
            if let Some(identity) = own.identity() {
                groups.entry(identity).or_default().push(at);
            }
        }
        let mut dropped = BTreeMap::new();
        for (identity, members) in &groups {
            if self.deleted.contains(identity) {
                let gone = why("deleted", "this resource was deleted");
                dropped.extend(members.iter().map(|at| (*at, gone.clone())));
            } else if members.len() > 1 {
                self.versions(members, &mut dropped);
            }
        }
        let mut kept = Vec::new();
        for (at, mut own) in self.resources.drain(..).enumerate() {
            match dropped.remove(&at) {
                // It stays, so that what it would have said is known to be unknown.
                Some(why) if why.reason == DISAGREE => {
                    own.refused = Some(why);
                    kept.push(own);
                }
                Some(why) => book.skip(&own.place, None, why),
                None => kept.push(own),
            }
        }
        self.resources = kept;
    }

    fn versions(&self, members: &[usize], dropped: &mut BTreeMap<usize, Why>) {
        let of = |at: &usize| self.resources.get(*at).map(|own| (*at, own));
        let all: Vec<(usize, &Resource<'_>)> = members.iter().filter_map(of).collect();
        let rank = |own: &Resource<'_>| {
            let meta = own.value.get("meta");
            let version = meta.and_then(|own| text(own, "versionId")).and_then(|own| own.parse::<u64>().ok());
            let updated = meta.and_then(|own| text(own, "lastUpdated")).and_then(crate::date::When::read);
            let status = match text(own.value, "status") {
                Some("entered-in-error") => 3u8,
                Some("corrected" | "amended") => 2,
                Some("final") => 1,
                _ => 0,
            };
            (version, updated.and_then(|own| own.instant), status)
        };
        let elsewhere = all.iter().any(|(_, own)| {
            let absolute = |own: &&String| own.starts_with("http");
            let first = all.iter().find_map(|(_, other)| other.full_url.as_ref().filter(absolute));
            own.full_url.as_ref().filter(absolute).is_some_and(|url| Some(url) != first)
        });
        let best = all.iter().map(|(_, own)| rank(own)).max();
        let newest: Vec<_> = all.iter().filter(|(_, own)| Some(rank(own)) == best && !elsewhere).collect();
        let same = newest.windows(2).all(|pair| match pair {
            [(_, one), (_, other)] => one.value == other.value,
            _ => true,
        });
        if elsewhere || !same {
            let says = "several resources have this id, and it is not known which is the newest";
            dropped.extend(all.iter().map(|(at, _)| (*at, why(DISAGREE, says))));
            return;
        }
        let kept = newest.first().map(|(at, _)| *at);
        let older = all.iter().filter(|(at, _)| Some(*at) != kept);
        dropped.extend(older.map(|(at, _)| (*at, why("older_version", "a newer version of it is there"))));
    }
}

/// Without the version behind it.
pub(crate) fn unversioned(reference: &str) -> &str {
    reference.split("/_history/").next().unwrap_or(reference)
}

/// `Type/id` at the end of a reference.
pub(crate) fn tail(reference: &str) -> Option<String> {
    let mut parts = unversioned(reference).rsplit('/');
    let (id, kind) = (parts.next()?, parts.next()?);
    let is_type = kind.starts_with(|own: char| own.is_ascii_uppercase());
    (is_type && !id.is_empty() && !kind.contains(':')).then(|| format!("{kind}/{id}"))
}
