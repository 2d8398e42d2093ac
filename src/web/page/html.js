// @ts-check
import htm from 'htm';
import { h } from 'preact';

/** Preact's elements written as HTML in a template. */
export const html = htm.bind(h);
