//! What the environment says. Everything has a default; what is not understood is named, all of it at once. Pure.

use std::net::SocketAddr;

use crate::{
    http::{Allowed, Rate},
    store::Kind,
};

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `DATABASE_URL`. May hold a password: it is in no message and no log.
    pub database: String,
    /// Which of the two it is.
    pub kind: Kind,
    /// `LISTEN`: the address and port.
    pub listen: SocketAddr,
    /// `MODERATION`: comments wait for a moderator.
    pub moderation: bool,
    /// `ALLOWED_ORIGINS`: the pages that may use the server.
    pub origins: Allowed,
    /// `ARTICLE_ORIGINS`: where articles that are commented on may be.
    pub articles: Allowed,
    /// `RATE_LIMIT`: posts in a minute for each client.
    pub rate: Option<Rate>,
    /// `PROXIES`: how many proxies of our own stand before the server.
    pub proxies: usize,
    /// `PAGE_SIZE`: comments in one answer.
    pub page_size: u32,
    /// `CACHE_SECONDS`: how long shared caches may answer for the server.
    pub cache_seconds: u32,
}

impl Settings {
    /// Reads the settings through `get`, or says everything that is wrong with them.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<String>> {
        let mut reader = Reader { get, wrong: Vec::new() };
        let database = reader.read("DATABASE_URL", "sqlite:comments.db", database);
        let listen = reader.read("LISTEN", "127.0.0.1:8090", listen);
        let moderation = reader.read("MODERATION", "off", on_or_off);
        let origins = reader.read("ALLOWED_ORIGINS", "*", Allowed::parse);
        let articles = reader.read("ARTICLE_ORIGINS", "*", Allowed::parse);
        let rate = reader.read("RATE_LIMIT", "10", rate);
        let proxies = reader.read("PROXIES", "0", |text| number(text, 0, 9));
        let page_size = reader.read("PAGE_SIZE", "100", |text| number(text, 1, 1000));
        let cache_seconds = reader.read("CACHE_SECONDS", "5", |text| number(text, 0, 86_400));
        let all = || {
            let (database, kind) = database?;
            Some(Self {
                database,
                kind,
                listen: listen?,
                moderation: moderation?,
                origins: origins?,
                articles: articles?,
                rate: rate?,
                proxies: proxies?,
                page_size: page_size?,
                cache_seconds: cache_seconds?,
            })
        };
        all().ok_or(reader.wrong)
    }
}

struct Reader<F> {
    get: F,
    wrong: Vec<String>,
}

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    fn read<T>(&mut self, name: &str, default: &str, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let given = (self.get)(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        match parse(given.as_deref().unwrap_or(default)) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.wrong.push(format!("{name} {problem}"));
                None
            }
        }
    }
}

/// What is wrong with an address does not repeat it: there may be a password in it.
fn database(url: &str) -> Result<(String, Kind), String> {
    let kind = Kind::of(url).ok_or("must begin with sqlite: or postgres:, such as sqlite:comments.db")?;
    if kind == Kind::Postgres {
        return Ok((url.to_owned(), kind));
    }
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err("must name a file: what is in memory only is lost".to_owned());
    }
    // A file that is not there yet is made.
    let mode = match (url.contains("mode="), url.contains('?')) {
        (true, _) => "",
        (false, true) => "&mode=rwc",
        (false, false) => "?mode=rwc",
    };
    Ok((format!("{url}{mode}"), kind))
}

fn listen(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| format!("is \"{text}\"; it must be an address and a port, such as 127.0.0.1:8090"))
}

fn on_or_off(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(format!("is \"{text}\"; it must be on or off")),
    }
}

fn rate(text: &str) -> Result<Option<Rate>, String> {
    if text == "off" {
        return Ok(None);
    }
    let wrong = || format!("is \"{text}\"; it must be off, or a number from 1 to {}", Rate::MOST);
    text.parse().ok().and_then(Rate::per_minute).map(Some).ok_or_else(wrong)
}

fn number<T: TryFrom<u32>>(text: &str, least: u32, most: u32) -> Result<T, String> {
    let number = text.parse().ok().filter(|number| (least..=most).contains(number));
    let number = number.and_then(|number| T::try_from(number).ok());
    number.ok_or_else(|| format!("is \"{text}\"; it must be a number from {least} to {most}"))
}
