//! One address that answers a patient with an assessment, with axum. `ekbom serve` is the whole of it, with its limits; this
//! is how the crate sits in a service of one's own: make the knowledge once, give every request a clone, and let the
//! assessment outlive both.
//!
//! ```text
//! cargo run -p ekbom-cli --features serve --example service
//! ```

use std::error::Error;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use ekbom::{Assessment, Knowledge, Patient, assess};

/// A patient as JSON is small.
const MOST_BYTES: usize = 1 << 20;

async fn answer(State(knowledge): State<Knowledge>, body: String) -> Response {
    let json = |status: StatusCode, text: String| {
        (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
    };
    // What cannot be accepted is said fault by fault, and nothing is answered.
    let patient = match Patient::from_json(&body) {
        Ok(patient) => patient,
        Err(errors) => {
            let text = serde_json::to_string(&errors).unwrap_or_default();
            return json(StatusCode::UNPROCESSABLE_ENTITY, text);
        }
    };
    // It owns what it says: it can leave this thread, be kept, or be sent.
    let made = tokio::task::spawn_blocking(move || assess(&knowledge, &patient)).await;
    match made {
        Ok(made) => json(StatusCode::OK, made.to_json()),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn service() -> Router {
    Router::new()
        .route("/assess", post(answer))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(Knowledge::builtin())
}

/// One request, as any client sends it.
fn ask(address: SocketAddr, patient: &str) -> Result<String, std::io::Error> {
    let mut stream = TcpStream::connect(address)?;
    let length = patient.len();
    write!(
        stream,
        "POST /assess HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{patient}"
    )?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    Ok(text)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(async move { axum::serve(listener, service()).await });

    let patient = r#"{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}"#;
    let reply = tokio::task::spawn_blocking(move || ask(address, patient)).await??;
    let (head, body) = reply.split_once("\r\n\r\n").ok_or("no body")?;
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    // Whoever receives it reads it as the value that it was.
    let made: Assessment = serde_json::from_str(body)?;
    assert_eq!(made.to_json(), body);
    println!(
        "{} positions; first: {}",
        made.positions.len(),
        made.acts.first().map_or("nothing", |act| &act.text)
    );

    let refused = tokio::task::spawn_blocking(move || ask(address, r#"{"labs": [{"value": 1}]}"#)).await??;
    assert!(refused.starts_with("HTTP/1.1 422"), "{refused}");
    server.abort();
    Ok(())
}
