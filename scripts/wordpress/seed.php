<?php
// Fills the site: authors, sections, tags, pictures, posts with all that WordPress makes of them, and comments.
require __DIR__ . '/inside.php';
kses_remove_filters(); // what stands here was written by the publisher

/** An author's number. */
function author(string $login, string $name, string $url = ''): int
{
    return wp_insert_user(['user_login' => $login, 'user_pass' => $login, 'user_email' => "$login@quay.example",
        'display_name' => $name, 'user_url' => $url, 'role' => 'author']);
}

/** A term's number. */
function term(string $name, string $taxonomy, int $parent = 0): int
{
    return wp_insert_term($name, $taxonomy, ['parent' => $parent])['term_id'];
}

/** A picture's number, with the sizes that WordPress would have made of it; router.php draws them. */
function picture(string $name, string $alt, string $caption): int
{
    $at = '2026/01/' . $name;
    $id = wp_insert_attachment(['post_title' => $name, 'post_excerpt' => $caption, 'post_mime_type' => 'image/jpeg',
        'post_date' => '2026-01-02 08:00:00', 'guid' => "/wp-content/uploads/$at.jpg"], "$at.jpg");
    $size = fn (int $width, int $height) => ['file' => "$name-{$width}x$height.jpg", 'width' => $width, 'height' => $height,
        'mime-type' => 'image/jpeg'];
    wp_update_attachment_metadata($id, ['width' => 2400, 'height' => 1600, 'file' => "$at.jpg", 'sizes' => [
        'thumbnail' => $size(150, 150), 'medium' => $size(300, 200), 'medium_large' => $size(768, 512), 'large' => $size(1024, 683),
        '1536x1536' => $size(1536, 1024), '2048x2048' => $size(2048, 1365)], 'image_meta' => []]);
    update_post_meta($id, '_wp_attachment_image_alt', $alt);
    return $id;
}

/** A post's number; `$fields` are WordPress's own. */
function post(string $slug, string $title, string $date, string $content, array $fields = []): int
{
    $picture = $fields['picture'] ?? 0;
    unset($fields['picture']);
    $id = wp_insert_post($fields + ['post_name' => $slug, 'post_title' => $title, 'post_date' => $date, 'post_content' => $content,
        'post_status' => 'publish', 'post_author' => 1], true);
    $picture && set_post_thumbnail($id, $picture);
    return $id;
}

/** A comment's number. What a reader wrote is HTML by the time that it is stored. */
function comment(int $post, string $date, string $name, string $content, array $fields = []): int
{
    return wp_insert_comment($fields + ['comment_post_ID' => $post, 'comment_author' => $name,
        'comment_author_email' => sanitize_title($name) . '@readers.example', 'comment_content' => $content, 'comment_date' => $date,
        'comment_approved' => 1]);
}

foreach (get_posts(['post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1]) as $sample) {
    wp_delete_post($sample->ID, true);
}

$ines = author('ines', 'Inés O&#8217;Dowd', 'https://ines.example/');
$bo = author('bo', 'Bo &amp; Partner');
$world = term('World', 'category');
$harbour = term('Harbour &amp; Sea', 'category', $world);
$town = term('Town', 'category');
$ferries = term('ferries', 'post_tag');
$light = term('light &amp; dark', 'post_tag');
$lamp = picture('lamp', 'A lamp above a dark quay', 'The lamp <em>before</em> the storm &amp; after. Photograph: A. Nobody');

$quay = post('lamp-on-the-quay', 'It&#8217;s <em>back</em>: the lamp &amp; its "keeper" – 50%', '2026-01-19 08:30:00', "<!-- wp:paragraph -->
<p>After eleven dark weeks the lamp on the outer quay burns again. <a href=\"https://quay.example/lamp\">Its keeper</a> said so.</p>
<!-- /wp:paragraph -->
<!-- wp:paragraph -->
<p>\"It was the fuse\", she said -- nothing more.</p>
<!-- /wp:paragraph -->", ['post_author' => $ines, 'post_category' => [$harbour], 'tags_input' => [$ferries, $light],
    'post_excerpt' => 'The lamp on the outer quay burns again.', 'picture' => $lamp]);
post('no-comment', 'A notice to which nobody may answer', '2026-01-18 12:00:00', '<p>The bridge is closed on Tuesday.</p>',
    ['comment_status' => 'closed', 'post_category' => [$town]]);
post('for-members', 'For members', '2026-01-17 12:00:00', '<p>Behind a password.</p>', ['post_password' => 'open']);
$quiet = post('quiet-day', 'A quiet day', '2026-01-16 12:00:00', '<p>Nothing happened, which is news here.</p>',
    ['post_author' => $bo, 'post_category' => [$town]]);
post('untitled', '', '2026-01-15 12:00:00', '<p>Somebody forgot the headline.</p>', ['post_category' => [$town]]);
post('draft', 'Not yet', '2026-01-20 12:00:00', '<p>Not yet.</p>', ['post_status' => 'draft']);
$busy = post('busy-harbour', 'The harbour has never been so full', '2026-01-14 12:00:00', '<p>Two hundred and seven boats.</p>',
    ['post_author' => $ines, 'post_category' => [$harbour], 'tags_input' => [$ferries]]);
for ($number = 1; $number <= 18; $number++) {
    post("log-$number", "Harbour log, page $number", date('Y-m-d H:i:s', strtotime("2026-01-13 12:00 -$number days")),
        "<p>Wind from the west, page $number.</p>", ['post_category' => [$number % 2 ? $harbour : $town]]);
}

$first = comment($quay, '2026-01-19 09:00:00', 'Ann &amp; Sons', 'At last! I could not see my own boat...');
$reply = comment($quay, '2026-01-19 09:30:00', 'Inés O&#8217;Dowd', 'Nor could I.', ['comment_parent' => $first, 'user_id' => $ines,
    'comment_author_url' => 'https://ines.example/']);
comment($quay, '2026-01-19 10:00:00', 'Cy', 'A reply to a reply, with a <a href="https://cy.example/" rel="nofollow ugc">link</a>.',
    ['comment_parent' => $reply]);
$gone = comment($quay, '2026-01-19 10:10:00', 'Gone', 'Soon nobody will read this.');
comment($quay, '2026-01-19 10:20:00', 'Dot', 'An answer to what is not there any more.', ['comment_parent' => $gone]);
comment($quay, '2026-01-19 10:30:00', 'Held', 'This waits for a moderator.', ['comment_approved' => 0]);
wp_delete_comment($gone, true);
// Where a comment is deleted, WordPress hangs its replies higher; a table that was mended by hand does not.
$GLOBALS['wpdb']->update($GLOBALS['wpdb']->comments, ['comment_parent' => $gone], ['comment_author' => 'Dot']);
for ($number = 1; $number <= 230; $number++) {
    comment($busy, date('Y-m-d H:i:s', strtotime("2026-01-14 13:00 +$number minutes")), "Boat $number", "I am boat number $number.");
}
