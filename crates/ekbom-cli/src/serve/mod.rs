//! `ekbom serve`: CDS Hooks, `POST /assess`, the report, the schemas, over HTTP. The one place with a clock. It holds no state
//! and writes no file; what is sent is answered and forgotten, and no log line, metric or error holds any of it.

mod answer;
mod guard;
mod listen;
mod metrics;
mod options;
mod route;

use std::sync::Arc;

pub(crate) use options::ServeOptions;

use ekbom::Knowledge;
use tokio::net::TcpListener;

use crate::failure::{Failure, tell};
use crate::screen::Screen;
use guard::Guard;
use metrics::Metrics;
use options::Setup;

/// What every request is answered with.
pub(crate) struct Service {
    knowledge: Knowledge,
    setup: Setup,
    guard: Guard,
    metrics: Metrics,
    places: Arc<tokio::sync::Semaphore>,
}

/// Serves until it is told to end.
pub(crate) fn run(args: &ServeOptions, screen: &mut Screen) -> Result<(), Failure> {
    let knowledge = crate::assess::knowledge_of(args.rules.as_deref(), &args.limit)?;
    let setup = Setup::of(args)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::said(format!("cannot start: {error}")))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(args.listen).await;
        let unbound = |error| Failure::said(format!("cannot listen on {}: {error}", args.listen));
        let listener = listener.map_err(unbound)?;
        let address = listener.local_addr().map_err(unbound)?;
        if !address.ip().is_loopback() {
            tell(
                "whoever reaches this address can ask: there is no log-in and no encryption here. Put a proxy before it \
                 that has both.",
            );
        }
        let (version, hash) = (knowledge.version(), knowledge.hash());
        screen.text(&format!("ekbom on http://{address}, knowledge {version} ({hash}); end it with Ctrl-C"))?;
        screen.flush()?;
        let service = Arc::new(Service {
            guard: Guard::new(args, address),
            places: Arc::new(tokio::sync::Semaphore::new(args.at_once)),
            metrics: Metrics::default(),
            knowledge,
            setup,
        });
        let done = listen::serve(listener, route::routes(&service), service.setup.time).await;
        done.map_err(|error| Failure::said(format!("cannot go on: {error}")))
    })
}
