import { describe, expect, it } from '@jest/globals';
import { brandedPage } from './branded-page.js';

const HTML =
  '<title>有事好商量</title><meta name="brand-zh" content="有事好商量" /><meta name="brand-en" content="Haoshangliang" />';

describe('a page', () => {
  it('carries the name the platform has here, in title and for its script, and nothing else of it', () => {
    expect(brandedPage(HTML, { zh: '会商"通"', en: '$& <b>' })).toBe(
      '<title>会商&quot;通&quot;</title><meta name="brand-zh" content="会商&quot;通&quot;" />' +
        '<meta name="brand-en" content="$&amp; &lt;b&gt;" />',
    );
  });
});
