//! The migrations are compiled in, so a change to one has to compile again.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
