<?php
// Adds so many posts, older than the others.
require __DIR__ . '/inside.php';
// A thousand of them in seconds: counted and stored once.
wp_defer_term_counting(true);
wp_suspend_cache_invalidation(true);
remove_all_actions('transition_post_status');
$GLOBALS['wpdb']->query('START TRANSACTION');
for ($number = 1; $number <= (int) $argv[1]; $number++) {
    wp_insert_post(['post_title' => "From the archive, number $number", 'post_content' => "<p>What stood on page $number.</p>",
        'post_status' => 'publish', 'post_author' => 1, 'post_date' => date('Y-m-d H:i:s', strtotime("2025-12-31 12:00 -$number hours"))]);
}
wp_defer_term_counting(false);
$GLOBALS['wpdb']->query('COMMIT');
