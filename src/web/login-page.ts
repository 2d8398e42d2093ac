/** The login of the simulator; `problem` is a sentence of ours, never what somebody typed. */
export const loginPage = (problem?: string): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Masuk · Pesan</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/tokens.css">
<link rel="stylesheet" href="/page/base.css">
<link rel="stylesheet" href="/page/login.css">
</head>
<body>
<main>
<img src="/page/icon.svg" alt="" width="48" height="48">
<h1>Simulator Pesan</h1>
<form method="post" action="/sim/login">
<label for="password">Kata sandi</label>
<input id="password" name="password" type="password" autocomplete="current-password" required autofocus>
${problem === undefined ? '' : `<p role="alert">${problem}</p>`}
<button>Masuk</button>
</form>
</main>
</body>
</html>
`;
