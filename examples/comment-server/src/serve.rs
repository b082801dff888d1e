//! Serving, until told to stop.

use std::{future::IntoFuture, net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use tokio::net::TcpListener;

use crate::{
    http::{Server, router},
    log::{self, Level},
    settings::Settings,
    store::Store,
};

/// How long requests that are under way may take once the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(10);
/// How often those who posted are forgotten.
const MINUTE: Duration = Duration::from_secs(60);

/// Serves until SIGTERM or Ctrl-C. Then no more requests are taken, those under way are finished, and the database is
/// closed.
pub async fn serve(settings: Settings, store: Store) -> Result<(), String> {
    let listen = settings.listen;
    let listener = TcpListener::bind(listen).await.map_err(|error| format!("cannot listen on {listen}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let (told, stop) = tokio::sync::watch::channel(false);
    let fields = [("address", address.to_string().into()), ("moderation", settings.moderation.into())];
    let server = Arc::new(Server::new(settings, store.clone()));
    tokio::spawn(forgetting(server.clone()));
    let app: Router = router(server);
    let app = app.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, app).with_graceful_shutdown(until(stop.clone()));
    log::event(Level::Info, "listening", &fields);

    tokio::spawn(async move {
        asked_to_stop().await;
        log::event(Level::Info, "stopping", &[]);
        // Nobody listens any more only if serving has ended by itself.
        let _ = told.send(true);
    });
    tokio::select! {
        done = serving.into_future() => done.map_err(|error| format!("serving ended: {error}"))?,
        () = late(stop) => log::event(Level::Error, "stopped with requests under way", &[]),
    }
    store.close().await;
    log::event(Level::Info, "stopped", &[]);
    Ok(())
}

async fn forgetting(server: Arc<Server>) {
    let mut minute = tokio::time::interval(MINUTE);
    loop {
        minute.tick().await;
        server.forget_clients();
    }
}

async fn until(mut stop: tokio::sync::watch::Receiver<bool>) {
    // An error says that the one who would tell is gone, which it is only after it has told.
    let _ = stop.wait_for(|stop| *stop).await;
}

async fn late(stop: tokio::sync::watch::Receiver<bool>) {
    until(stop).await;
    tokio::time::sleep(FAREWELL).await;
}

/// Waits for SIGTERM or Ctrl-C. Where a signal cannot be waited for, the other one is.
async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
