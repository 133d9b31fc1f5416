//! What is asked at which address, and what stands around every answer.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use ekbom::exchange::schema;
use ekbom_fhir::hooks::{HookError, call, discovery, feedback};
use serde_json::{Value, json};
use tokio::sync::OwnedSemaphorePermit;
use tower_http::cors::CorsLayer;

use super::Service;
use super::answer::{Form, assessed};
use crate::failure::tell;

/// Bytes of a body.
const MOST_BODY: usize = 8_000_000;
/// The header that says which knowledge answered.
const KNOWLEDGE: HeaderName = HeaderName::from_static("ekbom-knowledge");
/// A page of ours loads nothing and runs nothing, whatever stands in it.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
const OPENAPI: &str = include_str!("openapi.json");

type Ours = Arc<Service>;

pub(super) fn routes(service: &Ours) -> Router {
    let origins: Vec<HeaderValue> =
        service.guard.origins().iter().filter_map(|own| HeaderValue::from_str(own).ok()).collect();
    let cors = CorsLayer::new()
        .allow_origin(origins)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE, header::ACCEPT, header::AUTHORIZATION])
        .expose_headers([KNOWLEDGE]);
    Router::new()
        .route("/cds-services", get(services))
        .route("/cds-services/{service}", post(hook))
        .route("/cds-services/{service}/feedback", post(heard))
        .route("/assess", post(assess))
        .route("/report", post(report))
        .route("/schemas/{name}", get(schemas))
        .route("/openapi.json", get(openapi))
        .route("/metrics", get(metrics))
        .route("/health", get(health))
        .fallback(nowhere)
        .method_not_allowed_fallback(not_so)
        .layer(cors)
        .layer(middleware::from_fn_with_state(Arc::clone(service), around))
        .with_state(Arc::clone(service))
}

/// Around every request: who asks, how many at once, which knowledge; one line in the log, of our own words alone.
async fn around(State(service): State<Ours>, mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let route = label(request.uri().path());
    let method = if request.method() == Method::POST { "POST" } else { "GET" };
    let mut response = match service.guard.check(request.headers()) {
        Err((status, says)) => error(status, says),
        // An address is logged by proxies: nothing of a patient belongs there.
        Ok(()) if request.uri().query().is_some() => error(StatusCode::BAD_REQUEST, "no query is read here"),
        Ok(()) => match Arc::clone(&service.places).try_acquire_owned() {
            Err(_) => {
                let mut busy =
                    error(StatusCode::SERVICE_UNAVAILABLE, "too many requests at once: come again");
                busy.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
                busy
            }
            Ok(place) => {
                request.extensions_mut().insert(Arc::new(place));
                next.run(request).await
            }
        },
    };
    let knowledge = format!("{}; hash={}", service.knowledge.version(), service.knowledge.hash());
    let head = response.headers_mut();
    if let Ok(own) = HeaderValue::from_str(&knowledge) {
        head.insert(KNOWLEDGE, own);
    }
    head.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    head.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    head.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    let status = response.status().as_u16();
    service.metrics.answered(route, status);
    tell(&format!("{method} {route} {status} {} ms", begun.elapsed().as_millis()));
    response
}

/// The address without what was put into it.
fn label(path: &str) -> &'static str {
    match path {
        "/assess" => "/assess",
        "/report" => "/report",
        "/cds-services" => "/cds-services",
        "/metrics" => "/metrics",
        "/health" => "/health",
        "/openapi.json" => "/openapi.json",
        own if own.starts_with("/schemas/") => "/schemas",
        own if own.starts_with("/cds-services/") && own.ends_with("/feedback") => "/cds-services/feedback",
        own if own.starts_with("/cds-services/") => "/cds-services/call",
        _ => "elsewhere",
    }
}

fn error(status: StatusCode, says: &str) -> Response {
    sent(status, "application/json", json!({"error": says}).to_string())
}

fn sent(status: StatusCode, kind: &'static str, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

fn ok(value: &Value) -> Response {
    sent(StatusCode::OK, "application/json", value.to_string())
}

async fn nowhere() -> Response {
    error(StatusCode::NOT_FOUND, "there is nothing at this address: /openapi.json lists what there is")
}

async fn not_so() -> Response {
    error(StatusCode::METHOD_NOT_ALLOWED, "not by this method: /openapi.json says how")
}

async fn services() -> Response {
    ok(&discovery())
}

async fn openapi() -> Response {
    sent(StatusCode::OK, "application/json", OPENAPI.to_owned())
}

async fn metrics(State(service): State<Ours>) -> Response {
    sent(StatusCode::OK, "text/plain; version=0.0.4", service.metrics.text())
}

async fn health(State(service): State<Ours>) -> Response {
    let own = &service.knowledge;
    ok(&json!({"status": "ok", "ekbom": env!("CARGO_PKG_VERSION"),
        "knowledge": {"version": own.version(), "hash": own.hash()}, "changes": own.changes()}))
}

async fn schemas(Path(name): Path<String>) -> Response {
    let found = match name.as_str() {
        "patient.json" => schema::patient(),
        "assessment.json" => schema::assessment(),
        "rules.json" => schema::rules(),
        _ => return nowhere().await,
    };
    sent(StatusCode::OK, "application/schema+json", found.to_string())
}

type Faulty = (StatusCode, &'static str);

/// The body of a request, as far as it may be long and may take time, and whether it calls itself FHIR.
async fn body(
    service: &Service,
    request: Request,
) -> Result<(String, bool, Option<Arc<OwnedSemaphorePermit>>), Faulty> {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|own| own.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    // A form on a page of another site can send neither of these unasked.
    let fhir = kind == "application/fhir+json";
    if !fhir && kind != "application/json" {
        return Err((
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "a body is application/json or application/fhir+json",
        ));
    }
    let too_long = (StatusCode::PAYLOAD_TOO_LARGE, "a body has at most 8000000 bytes");
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|own| own.to_str().ok());
    if length.and_then(|own| own.parse::<usize>().ok()).is_some_and(|own| own > MOST_BODY) {
        return Err(too_long);
    }
    let place = request.extensions().get::<Arc<OwnedSemaphorePermit>>().cloned();
    let read = tokio::time::timeout(service.setup.time, to_bytes(request.into_body(), MOST_BODY)).await;
    let bytes = read.map_err(|_| (StatusCode::REQUEST_TIMEOUT, "the body took too long"))?;
    let bytes = bytes.map_err(|_| too_long)?;
    let text = String::from_utf8(bytes.into()).map_err(|_| (StatusCode::BAD_REQUEST, "a body is UTF-8"))?;
    Ok((text, fhir, place))
}

/// Work apart from what waits. Its place is free again only when it is done, also where nobody waits for it any more.
async fn work<T: Send + 'static>(
    service: &Ours,
    place: Option<Arc<OwnedSemaphorePermit>>,
    does: impl FnOnce(&Service) -> T + Send + 'static,
) -> Result<T, Faulty> {
    let own = Arc::clone(service);
    let done = tokio::task::spawn_blocking(move || {
        let made = does(&own);
        drop(place);
        made
    });
    match tokio::time::timeout(service.setup.time, done).await {
        Ok(Ok(made)) => Ok(made),
        Ok(Err(_)) => Err((StatusCode::INTERNAL_SERVER_ERROR, "the answer could not be made")),
        Err(_) => Err((StatusCode::SERVICE_UNAVAILABLE, "the answer took too long")),
    }
}

fn hook_error(own: HookError) -> Response {
    let status = StatusCode::from_u16(own.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    error(status, &own.to_string())
}

async fn hook(State(service): State<Ours>, Path(name): Path<String>, request: Request) -> Response {
    let made = async {
        let (text, _, place) = body(&service, request).await?;
        work(&service, place, move |own| call(&own.knowledge, &name, &text, &own.setup.hooks())).await
    };
    match made.await {
        Ok(Ok(answer)) => {
            service.metrics.cards(&answer);
            ok(&answer)
        }
        Ok(Err(own)) => hook_error(own),
        Err((status, says)) => error(status, says),
    }
}

async fn heard(State(service): State<Ours>, Path(name): Path<String>, request: Request) -> Response {
    match body(&service, request).await {
        Ok((text, _, _)) => match feedback(&name, &text) {
            Ok(own) => {
                service.metrics.feedback(own);
                ok(&json!({}))
            }
            Err(own) => hook_error(own),
        },
        Err((status, says)) => error(status, says),
    }
}

async fn assess(State(service): State<Ours>, request: Request) -> Response {
    let form = wanted(request.headers());
    answered(&service, request, form).await
}

async fn report(State(service): State<Ours>, request: Request) -> Response {
    answered(&service, request, Form::Html).await
}

/// The form that is asked for; JSON where none is.
fn wanted(head: &HeaderMap) -> Form {
    let accept = head.get(header::ACCEPT).and_then(|own| own.to_str().ok()).unwrap_or_default();
    if accept.contains("application/fhir+json") {
        Form::Fhir
    } else if accept.contains("text/html") {
        Form::Html
    } else {
        Form::Json
    }
}

async fn answered(service: &Ours, request: Request, form: Form) -> Response {
    let made = async {
        let (text, fhir, place) = body(service, request).await?;
        work(service, place, move |own| assessed(&own.knowledge, &own.setup, &text, fhir, form)).await
    };
    let own = match made.await {
        Ok(Ok(own)) => own,
        Ok(Err((status, says))) => {
            return error(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), says);
        }
        Err((status, says)) => return error(status, says),
    };
    let status = StatusCode::from_u16(own.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = match own.form {
        Form::Json => "application/json",
        Form::Fhir => "application/fhir+json",
        Form::Html => "text/html; charset=utf-8",
    };
    let mut response = sent(status, kind, own.body);
    if own.form == Form::Html {
        let policy = HeaderValue::from_static(PAGE_POLICY);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
