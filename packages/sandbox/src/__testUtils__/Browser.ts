/** As much of a browser as tests of the pages need: cookies and forms. */
export class Browser {
  private cookie = '';

  constructor(private readonly base: string) {}

  /** A page, after redirects. */
  async open(
    path: string,
  ): Promise<{ status: number; url: string; text: string }> {
    const response = await this.fetch(path);
    const location = response.headers.get('location');
    if (location) return this.open(location);
    const { status, url } = response;
    return {
      status,
      url: url.slice(this.base.length),
      text: await response.text(),
    };
  }

  /** Presses the button with this name and value on a page. */
  async press(
    page: { url: string; text: string },
    name: string,
    value: string,
  ): Promise<{ status: number; url: string; text: string }> {
    const form = page.text
      .split('<form')
      .slice(1)
      .map(part => part.split('</form>')[0])
      .find(part => buttonPattern(name, value).test(part));
    if (!form) throw new Error(`No button ${name}=${value} on ${page.url}`);
    const fields = new URLSearchParams();
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      fields.set(attribute(input, 'name'), attribute(input, 'value'));
    }
    fields.set(name, value);
    const action = attribute(form.slice(0, form.indexOf('>')), 'action');
    const response = await this.fetch(action, {
      method: 'POST',
      body: fields,
      headers: { referer: `${this.base}${page.url}` },
    });
    const location = response.headers.get('location');
    if (location) return this.open(location);
    return {
      status: response.status,
      url: action,
      text: await response.text(),
    };
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.base), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: this.cookie },
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0];
    return response;
  }
}

function buttonPattern(name: string, value: string): RegExp {
  return new RegExp(`<button[^>]*name="${name}"[^>]*value="${value}"`);
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return value.replace(/&amp;/g, '&');
}
