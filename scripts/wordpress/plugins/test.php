<?php
// What scripts/wordpress.sh is told by its options, and what only a test may ask of a site.
if (getenv('ANONYMOUS') !== '0') {
    require dirname(__DIR__, 3) . '/docs/wordpress/news-widget.php';
}
add_filter('pre_option_comment_moderation', fn () => getenv('MODERATED') ? '1' : '0');
if (!getenv('FLOOD')) {
    remove_filter('wp_is_comment_flood', 'wp_check_comment_flood', 10);
    add_filter('wp_is_comment_flood', '__return_false', 99);
}
add_filter('pre_wp_mail', '__return_true');

add_action('rest_api_init', function () {
    $open = ['permission_callback' => '__return_true'];
    // All comments on a post, the held ones too: a moderator's view.
    register_rest_route('test/v1', '/comments', ['methods' => 'GET', 'callback' => function ($request) {
        $comments = get_comments(['post_id' => $request['post'], 'status' => 'any', 'orderby' => 'comment_ID', 'order' => 'ASC']);
        return array_map(fn ($comment) => ['id' => (int) $comment->comment_ID, 'author' => $comment->comment_author,
            'email' => $comment->comment_author_email, 'url' => $comment->comment_author_url, 'parent' => (int) $comment->comment_parent,
            'content' => $comment->comment_content, 'status' => wp_get_comment_status($comment)], $comments);
    }] + $open);
    // A moderator's decision: approve, hold, spam or trash.
    register_rest_route('test/v1', '/moderate', ['methods' => 'POST', 'callback' => function ($request) {
        return wp_set_comment_status((int) $request['id'], $request['status']);
    }] + $open);
});
