// @ts-check
import { h, render } from 'preact';
import { App } from './app.js';
import { goLive } from './live.js';

const root = document.getElementById('app');
if (root) render(h(App, {}), root);
void goLive();
