<?php
// Installs WordPress into its empty database: a site with readable addresses, that sends no mail.
define('WP_INSTALLING', true);
require __DIR__ . '/inside.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('The Quay &amp; Beacon', 'admin', 'admin@quay.example', true, '', 'admin');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('blogdescription', 'News from a harbour that is not on the map');
update_option('comment_previously_approved', '');
foreach (['comments_notify', 'moderation_notify', 'default_pingback_flag'] as $option) {
    update_option($option, '');
}
