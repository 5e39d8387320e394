// The query editor, served from the jar. It asks as the person chosen on the first page.
'use strict';

function headers() {
  try {
    const me = JSON.parse(localStorage.getItem('passerelle.me'));
    return me ? { 'X-Passerelle-Person': me.id } : {};
  } catch {
    return {};
  }
}

const secure = location.protocol === 'https:' ? 'wss' : 'ws';
const fetcher = GraphiQL.createFetcher({
  url: '/graphql',
  headers: headers(),
  subscriptionUrl: `${secure}://${location.host}/graphql`,
});
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher, defaultTabs: window.passerelleExamples.map((query) => ({ query })), defaultEditorToolsVisibility: true }),
);
