//! Connections: how many, how long a head may take, and how they end.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// Connections that may be open; more are closed at once. Who opens many and says nothing holds none for long.
const MOST_CONNECTIONS: usize = 1024;
/// The longest head.
const MOST_HEAD: usize = 32_768;

/// Serves until the program is told to end; what is being answered is answered first.
pub(super) async fn serve(listener: TcpListener, routes: Router, time: Duration) -> io::Result<()> {
    let open = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut stop = std::pin::pin!(told_to_end());
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            told = &mut stop => {
                told?;
                break;
            }
        };
        let Ok((stream, _)) = accepted else {
            // Out of files, for one: a pause lets others end.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(time)
            .max_buf_size(MOST_HEAD)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes.clone()));
        let connection = open.watch(connection);
        tokio::spawn(async move {
            // A client that goes away is no fault of ours.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    // Who does not end in time is cut off.
    let _ = tokio::time::timeout(time, open.shutdown()).await;
    Ok(())
}

#[cfg(unix)]
async fn told_to_end() -> io::Result<()> {
    let mut term = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        told = tokio::signal::ctrl_c() => told,
        _ = term.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn told_to_end() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
