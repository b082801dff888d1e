//! The program: a command, the settings, the database, then to work.

use std::process::ExitCode;

use comment_server::{
    command::{Command, USAGE},
    moderate, serve,
    settings::Settings,
    store::Store,
};

fn main() -> ExitCode {
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("no threads to work with: {error}"))
        .and_then(|runtime| runtime.block_on(run()));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            use std::io::Write;
            let _ = writeln!(std::io::stderr().lock(), "comment-server: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|text| text.to_string_lossy().into_owned()).collect();
    let command = Command::parse(&arguments)?;
    let mut out = std::io::stdout();
    if command == Command::Help {
        return std::io::Write::write_all(&mut out, USAGE.as_bytes()).map_err(|error| error.to_string());
    }
    let settings = Settings::read(|name| std::env::var_os(name).map(|text| text.to_string_lossy().into_owned()))
        .map_err(|wrong| wrong.join("\ncomment-server: "))?;
    let store = Store::open(&settings.database, settings.kind).await.map_err(|error| unusable(&error))?;
    match command {
        Command::Serve => serve::serve(settings, store).await,
        Command::Pending => moderate::pending(&store, &mut out).await,
        Command::Publish(id) => {
            moderate::change(store.publish(&id), "published", "no comment with this id waits", &mut out).await
        }
        Command::Delete(id) => {
            moderate::change(store.delete(&id), "deleted", "there is no comment with this id", &mut out).await
        }
        Command::Close(id) => {
            moderate::change(store.close_article(&id), "closed", "this article is closed already", &mut out).await
        }
        Command::Open(id) => {
            moderate::change(store.open_article(&id), "open", "this article is not closed", &mut out).await
        }
        Command::Help => Ok(()),
    }
}

fn unusable(error: &sqlx::Error) -> String {
    let problem = match error {
        sqlx::Error::PoolTimedOut => "it does not answer; is the address right, and does it run?".to_owned(),
        error => error.to_string(),
    };
    format!("the database of DATABASE_URL cannot be used: {problem}")
}
