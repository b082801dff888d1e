//! Comments: the model, the thread, the form's rules, drafts and services. Everything here so far is pure.

pub mod draft;
pub mod keys;
pub mod model;
pub mod services;
pub mod text;
pub mod thread;
mod tree;
pub mod validate;
mod website;
