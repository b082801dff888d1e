<?php
// PHP's own server asks this for each address: a picture, a file of the site, or WordPress.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (preg_match('#^/wp-content/uploads/.*?(?:-(\d+)x(\d+))?\.jpg$#', $path, $size)) {
    // Nobody's photograph: the sky above the sea, in the size that the name tells.
    [$width, $height] = [$size[1] ?? 2400, $size[2] ?? 1600];
    header('Content-Type: image/svg+xml');
    echo "<svg xmlns='http://www.w3.org/2000/svg' width='$width' height='$height' viewBox='0 0 3 2' preserveAspectRatio='none'>",
        "<path fill='#cde' d='M0 0h3v2H0z'/><path fill='#247' d='M0 1.2h3V2H0z'/></svg>";
    return true;
}
if (is_file($_SERVER['DOCUMENT_ROOT'] . $path)) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
