//! The address bar.

use news_widget::widget::Route;
use proptest::prelude::*;

#[test]
fn what_readers_see_in_the_address_bar() {
    let article = |id: &str| Route::Article(id.into());
    let section = |name: &str| Route::Section(name.into());
    for (hash, route) in [
        ("", Route::Front),
        ("#", Route::Front),
        ("#/", Route::Front),
        ("#/article/42", article("42")),
        ("#/section/World", section("World")),
        ("#/section/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1", section("أخبار")),
        ("#/section/أخبار", section("أخبار")),
        ("#/article/https%3A%2F%2Fnews.example%2Fa%3Fb%23c", article("https://news.example/a?b#c")),
        // Browsers leave some characters as they are typed, and people type more.
        ("#/article/https://news.example/a", article("https://news.example/a")),
        ("#/article/100%", article("100%")),
        ("#/article/100%2", article("100%2")),
        ("#/article/%zz%4", article("%zz%4")),
        ("#/article/a+b", article("a+b")),
        ("#/article/%2e", article(".")),
    ] {
        assert_eq!(Route::from_hash(hash), route, "{hash}");
    }
}

#[test]
fn a_link_to_a_comment_is_one_to_its_article() {
    assert_eq!(Route::from_hash("#/article/a%2Fb#comment-c%231"), Route::Article("a/b".into()));
    assert_eq!(Route::of_page("#comment-7"), Route::Front, "behind nothing it is the host's");
}

#[test]
fn what_is_not_ours_is_unknown() {
    for hash in ["#top", "#/article/", "#/article", "#/section/", "#/tag/World", "#//", "#/article/%FF", "#!/article/1"]
    {
        assert_eq!(Route::from_hash(hash), Route::Unknown(hash[1..].into()), "{hash}");
        assert_eq!(Route::from_hash(hash).to_hash(), hash);
    }
}

#[test]
fn a_hosts_own_fragments_are_left_alone() {
    for hash in ["#top", "#article/1", "#!/", "#a/b", "#%2F"] {
        assert!(!Route::is_ours(hash), "{hash}");
    }
    for hash in ["", "#", "#/", "#/article/1", "#/nothing/known"] {
        assert!(Route::is_ours(hash), "{hash}");
    }
}

proptest! {
    #[test]
    fn every_id_and_name_comes_back(text in any::<String>()) {
        prop_assume!(!text.is_empty());
        for route in [Route::Article(text.clone()), Route::Section(text)] {
            let hash = route.to_hash();
            prop_assert!(Route::is_ours(&hash));
            prop_assert_eq!(Route::from_hash(&hash), route);
        }
    }

    /// Nothing in it needs escaping in HTML, or would be changed by a browser's address bar.
    #[test]
    fn a_hash_is_plain(text in any::<String>()) {
        let hash = Route::Article(text).to_hash();
        prop_assert!(hash.bytes().all(|b| b.is_ascii_alphanumeric() || b"#/%-._~".contains(&b)), "{}", hash);
    }

    #[test]
    fn any_fragment_is_some_route(hash in any::<String>()) {
        let route = Route::from_hash(&hash);
        prop_assert_eq!(Route::from_hash(&route.to_hash()), route);
    }
}
