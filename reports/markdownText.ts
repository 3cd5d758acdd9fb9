/**
 * A fact as text of GitHub's and GitLab's Markdown, in paragraphs, lists, tables and HTML alike: it cannot become markup,
 * a link, a mention of somebody, a reference, an emoji, a formula or a quick action. Character references stand for what
 * has a meaning in Markdown (a reference never has one, CommonMark 6.2), and a space of no width ends what hosts look
 * for in the finished text.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/[\r\n]+/g, ' ')
      // @someone, #12, !12, %3, &4, ~5: mentions and references. https://, www.: links. :tada: an emoji.
      .replace(/[@#!%&~](?=[\p{L}\p{N}_"])/gu, '$&\u200b')
      // GitLab: [vulnerability:12], and {+ added +} or [- removed -].
      .replace(/\[(?=\w+:)|[{[](?=[+-])/g, '$&\u200b')
      .replace(/:(?=\/\/)|\bwww(?=\.)|:(?=[\w+-]+:)|\bGH(?=-\d)/gi, '$&\u200b')
      .replace(/[&<>"'`*_[\]\\|~#!^=]/g, (sign) => `&#${sign.charCodeAt(0)};`)
      // Within a formula a reference is no help: an element of its own is what GitHub advises.
      .replaceAll('$', '<span>$</span>')
  );
}
