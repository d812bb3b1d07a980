import { SpanEditor } from '../../../../frontend/span-editor/span-editor.js';

const parameters = new URLSearchParams(location.search);
const editor = new SpanEditor();
const mode = parameters.get('mode');
editor.documentId = parameters.get('document') ?? 'short';
editor.mode = mode === 'read' || mode === 'compare' ? mode : 'annotate';
editor.who = parameters.get('who') ?? 'me';
if (mode === 'compare') {
  editor.focusSpan = { start: 68, end: 100 };
  editor.versions = await (await fetch('/versions')).json();
}
editor.addEventListener('own-version', (event) => console.log(JSON.stringify(event instanceof CustomEvent ? event.detail : null)));
document.body.append(editor);
