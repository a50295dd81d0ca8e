'use strict';
// GraphiQL over this server: the token lives in this tab's sessionStorage and nowhere else.
(() => {
  const KEY = 'wuyou.token';
  const zh = navigator.language.toLowerCase().startsWith('zh');
  const text = zh
    ? { label: '访问令牌', use: '使用', forget: '清除', none: '尚未输入令牌', given: '令牌仅保存在此标签页' }
    : { label: 'Access token', use: 'Use', forget: 'Forget', none: 'No token yet', given: 'Kept in this tab only' };
  const byId = (id) => document.getElementById(id);
  const token = () => sessionStorage.getItem(KEY) || '';

  const headers = (accept, more) => ({
    'Content-Type': 'application/json',
    Accept: accept,
    'Accept-Language': zh ? 'zh-CN' : 'en',
    Authorization: `Bearer ${token()}`,
    ...more,
  });

  // From the text itself: the document GraphiQL hands over may lag behind the editor.
  const isSubscription = ({ query, operationName }) => {
    let heads = query.replace(/"""[^]*?"""|"(?:\\.|[^"\\])*"|#.*/g, '');
    for (let before = ''; before !== heads; ) {
      before = heads;
      heads = heads.replace(/\{[^{}]*\}/g, ';');
    }
    const operations = [...heads.matchAll(/\b(query|mutation|subscription)\b\s*(\w*)/g)];
    const chosen = operations.find(([, , name]) => name === operationName) ?? operations[0];
    return chosen?.[1] === 'subscription';
  };

  async function once(parameters, options) {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: headers('application/json', options?.headers),
      body: JSON.stringify(parameters),
    });
    return response.json();
  }

  async function* events(parameters, options) {
    const stop = new AbortController();
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: headers('text/event-stream', options?.headers),
        body: JSON.stringify(parameters),
        signal: stop.signal,
      });
      if (!response.headers.get('Content-Type').startsWith('text/event-stream')) {
        yield await response.json();
        return;
      }
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        const blocks = (rest + value).split('\n\n');
        rest = blocks.pop();
        for (const block of blocks) {
          if (block.startsWith('event: complete')) return;
          const data = block.split('\n').find((line) => line.startsWith('data: '));
          if (data) yield JSON.parse(data.slice(6));
        }
      }
    } finally {
      stop.abort();
    }
  }

  const fetcher = (parameters, options) =>
    isSubscription(parameters) ? events(parameters, options) : once(parameters, options);

  const root = ReactDOM.createRoot(byId('graphiql'));
  let shown = 0;
  const show = () => {
    byId('state').textContent = token() ? text.given : text.none;
    if (!token()) {
      root.render(null);
      return;
    }
    // A new key makes GraphiQL ask for the schema again, now with the new token.
    root.render(
      React.createElement(GraphiQL, {
        key: ++shown,
        fetcher,
        defaultQuery: '{\n  __typename\n}\n',
        isHeadersEditorEnabled: false,
      }),
    );
  };

  document.documentElement.lang = zh ? 'zh-CN' : 'en';
  document.querySelector('label').textContent = text.label;
  byId('use').textContent = text.use;
  byId('forget').textContent = text.forget;
  byId('access').addEventListener('submit', (event) => {
    event.preventDefault();
    sessionStorage.setItem(KEY, byId('token').value.trim());
    byId('token').value = '';
    show();
  });
  byId('forget').addEventListener('click', () => {
    sessionStorage.removeItem(KEY);
    show();
  });
  show();
})();
