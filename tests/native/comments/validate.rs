use news_widget::comments::validate::{Field, Fields, Problem, Rules, is_email, validate};
use proptest::prelude::*;

use super::StrictUrls;

fn fields(comment: &str, name: &str, email: &str, website: &str) -> Fields {
    Fields { comment: comment.into(), name: name.into(), email: email.into(), website: website.into() }
}

fn problems(fields: &Fields, rules: &Rules) -> Vec<(Field, Problem)> {
    validate(fields, rules, &StrictUrls).unwrap_err()
}

#[test]
fn a_good_form_is_cleaned() {
    let typed = fields(" Well\r\nsaid! ", "  Ann\n", " ann@news.example ", " news.example/ann ");
    let valid = validate(&typed, &Rules::default(), &StrictUrls).unwrap();
    assert_eq!((valid.comment(), valid.name()), ("Well\nsaid!", "Ann"));
    assert_eq!(valid.email(), Some("ann@news.example"));
    assert_eq!(valid.website().unwrap().as_str(), "https://news.example/ann");
}

#[test]
fn email_and_website_may_be_left_out() {
    let valid = validate(&fields("Hi", "Ann", " ", "\u{200B}"), &Rules::default(), &StrictUrls).unwrap();
    assert_eq!((valid.email(), valid.website()), (None, None));
}

#[test]
fn all_problems_come_at_once_in_the_forms_order() {
    let rules = Rules { email_required: true, ..Rules::default() };
    let found = problems(&fields("", "\u{200B}", "", "javascript:alert(1)"), &rules);
    let expected = [
        (Field::Comment, Problem::Missing),
        (Field::Name, Problem::Missing),
        (Field::Email, Problem::Missing),
        (Field::Website, Problem::InvalidWebsite),
    ];
    assert_eq!(found, expected);
    assert_eq!(found.iter().map(|(field, _)| *field).collect::<Vec<_>>(), Field::ALL);
}

/// `make mutants` found that nothing held this: only what cleaning removes by itself was tried.
#[test]
fn a_comment_or_a_name_that_nobody_would_see_is_missing() {
    for unseen in ["\u{2062}", "\u{3164}", "\u{200D}\u{200D}", "\u{200E} \u{AD}", "\u{E0041}"] {
        let found = problems(&fields(unseen, unseen, "", ""), &Rules::default());
        assert_eq!(found, [(Field::Comment, Problem::Missing), (Field::Name, Problem::Missing)], "{unseen:?}");
    }
}

#[test]
fn wordpresss_limits_are_the_default() {
    let rules = Rules::default();
    assert!(!rules.email_required);
    let limits = (rules.comment_limit, rules.name_limit, rules.email_limit, rules.website_limit);
    assert_eq!(limits, (65_525, 245, 100, 200));
}

#[test]
fn limits_are_bytes_of_what_is_sent() {
    let email = |n: usize| format!("{}@x.example", "a".repeat(n - 10));
    let site = |n: usize| format!("https://x.example/{}", "a".repeat(n - 18));
    let rules = Rules::default();
    let full = fields(&"a".repeat(65_525), &"é".repeat(122), &email(100), &site(200));
    assert!(validate(&full, &rules, &StrictUrls).is_ok());

    let over = fields(&"a".repeat(65_526), &"é".repeat(123), &email(101), &site(201));
    let too_long = |limit, actual| Problem::TooLong { limit, actual };
    let expected = [
        (Field::Comment, too_long(65_525, 65_526)),
        (Field::Name, too_long(245, 246)),
        (Field::Email, too_long(100, 101)),
        (Field::Website, too_long(200, 201)),
    ];
    assert_eq!(problems(&over, &rules), expected);
}

#[test]
fn what_is_trimmed_does_not_count() {
    let padded = format!("{}Ann{}", " ".repeat(300), "\n".repeat(300));
    assert!(validate(&fields("Hi", &padded, "", ""), &Rules::default(), &StrictUrls).is_ok());
}

#[test]
fn the_html_standards_pattern() {
    let long = "a".repeat(63);
    for good in [
        "a@b",
        "ann@news.example",
        ".dots..are.fine.@x",
        "!#$%&'*+/=?^_`{|}~-@x-y.z1",
        "1@2.3",
        &format!("a@{long}.{long}"),
    ] {
        assert!(is_email(good), "{good}");
    }
    for bad in [
        "",
        "a",
        "@",
        "a@",
        "@b",
        "a@b@c",
        "a b@c",
        "a@b c",
        "a@-b",
        "a@b-",
        "a@b..c",
        "a@.b",
        "a@b.",
        "a@b_c",
        "(a)@b",
        "\"a\"@b",
        "a,b@c",
        "ä@b",
        "a@ä",
        "a@[127.0.0.1]",
        "a@b\n",
        &format!("a@{long}a"),
    ] {
        assert!(!is_email(bad), "{bad}");
    }
}

/// Chromium writes such a domain in ASCII into the field's value, Firefox leaves it as it was typed: one rule for both.
#[test]
fn an_email_address_may_have_an_international_domain() {
    let email = |typed: &str| {
        let valid = validate(&fields("Hi", "Ann", typed, ""), &Rules::default(), &StrictUrls);
        valid.ok().and_then(|valid| valid.email().map(str::to_owned))
    };
    for (typed, sent) in [
        ("zoe@münchen.example", "zoe@xn--mnchen-3ya.example"),
        ("Zoe.B@MÜNCHEN.Example", "Zoe.B@xn--mnchen-3ya.example"),
        ("zoe@xn--mnchen-3ya.example", "zoe@xn--mnchen-3ya.example"),
        ("kei@例え。テスト", "kei@xn--r8jz45g.xn--zckzah"),
        ("ali@اردو.example", "ali@xn--mgbqf7g.example"),
        ("Ann@News.Example", "Ann@News.Example"),
    ] {
        assert_eq!(email(typed).as_deref(), Some(sent), "{typed}");
    }
    let bad = [
        "zoë@news.example",
        "zoe@mün chen.example",
        "zoe@münchen.example:80",
        "zoe@münchen.example/x",
        "zoe@mün_chen.example",
        "zoe@münchen..example",
        "zoe@münchen.example.",
        "zoe@ann@münchen.example",
        "@münchen.example",
        "zoe@mün\u{200B}\u{FF0F}x",
        "zoe@münchen.example?x",
        "zoe@münchen.example#x",
        "zoe@[münchen]",
        "zoe@mün%41.example",
    ];
    for typed in bad {
        assert_eq!(
            problems(&fields("Hi", "Ann", typed, ""), &Rules::default()),
            [(Field::Email, Problem::InvalidEmail)],
            "{typed}"
        );
    }
    let long = fields("Hi", "Ann", &["zoe@", &"ü".repeat(45), ".example"].concat(), "");
    assert!(
        validate(&long, &Rules { email_limit: 40, ..Rules::default() }, &StrictUrls).is_err(),
        "what is sent is what counts"
    );
}

#[test]
fn a_wrong_email_is_wrong_even_where_none_is_needed() {
    let found = problems(&fields("Hi", "Ann", "ann at home", ""), &Rules::default());
    assert_eq!(found, [(Field::Email, Problem::InvalidEmail)]);
}

#[test]
fn fields_are_read_and_written_by_name() {
    let mut form = Fields::default();
    for field in Field::ALL {
        form.set(field, field.name().to_owned());
    }
    assert_eq!(form, fields("comment", "name", "email", "website"));
    assert!(Field::ALL.iter().all(|field| form.get(*field) == field.name()));
}

proptest! {
    #[test]
    fn any_text_is_judged_and_what_passes_keeps_the_rules(
        comment in any::<String>(), name in any::<String>(), email in any::<String>(), website in any::<String>(),
        email_required in any::<bool>(), limit in 0..40usize,
    ) {
        let rules = Rules {
            email_required, comment_limit: limit, name_limit: limit, email_limit: limit, website_limit: limit,
        };
        match validate(&fields(&comment, &name, &email, &website), &rules, &StrictUrls) {
            Ok(valid) => {
                prop_assert!(!valid.comment().trim().is_empty() && valid.comment().len() <= limit);
                prop_assert!(!valid.name().trim().is_empty() && valid.name().len() <= limit);
                prop_assert!(!valid.name().contains(['\n', '\r', '\t', '\0']));
                prop_assert!(!email_required || valid.email().is_some());
                prop_assert!(valid.email().is_none_or(is_email));
            }
            Err(problems) => {
                let order: Vec<usize> =
                    problems.iter().map(|(field, _)| Field::ALL.iter().position(|f| f == field).unwrap()).collect();
                prop_assert!(!order.is_empty() && order.is_sorted_by(|a, b| a < b));
            }
        }
    }

    #[test]
    fn what_was_sent_may_be_sent_again(comment in "\\PC{1,30}", name in "\\PC{1,30}", host in "[a-z]{1,8}\\.[a-z]{2,5}") {
        let rules = Rules::default();
        if let Ok(first) = validate(&fields(&comment, &name, "", &host), &rules, &StrictUrls) {
            let site = first.website().unwrap().as_str();
            let again = validate(&fields(first.comment(), first.name(), "", site), &rules, &StrictUrls);
            prop_assert_eq!(again, Ok(first));
        }
    }
}
