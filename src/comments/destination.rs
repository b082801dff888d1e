//! The comment service that a comment was written for. Pure.

use crate::{
    feed::WebUrl,
    json::{Json, Writer},
};

use super::services::Service;

/// A comment service at an address. A comment, its writer's name and e-mail address are sent to the one that they were
/// written for, and to no other that a page may name later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    service: Service,
    /// Without a slash at its end, which makes no other service of it.
    address: String,
}

impl Destination {
    /// The service at this address.
    pub fn new(service: Service, address: &WebUrl) -> Self {
        Self { service, address: address.as_str().trim_end_matches('/').to_owned() }
    }

    /// The host of its address, for readers.
    pub fn host(&self) -> &str {
        self.address.split(['/', '?', '#']).nth(2).unwrap_or_default() // behind `https:` and nothing
    }

    /// Writes it beside what is stored for it.
    pub fn write(&self, json: &mut Writer) {
        json.text("service", Some(self.service.name()));
        json.text("address", Some(&self.address));
    }

    /// Reads what was stored; `None` for what was stored before services were named, and for a service that is unknown.
    pub fn read(json: Json<'_>) -> Option<Self> {
        let service = Service::from_name(&json.string("service")?).ok()?;
        Some(Self { service, address: json.string("address")? })
    }
}
