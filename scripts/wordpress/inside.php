<?php
// What a script needs to be inside the site as a request is.
$_SERVER = ['HTTP_HOST' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/',
    'REMOTE_ADDR' => '127.0.0.1'] + $_SERVER;
require dirname(__DIR__, 2) . '/.tools/wordpress/site/wp-load.php';
