package org.passerelle.explorer;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/**
 * Contrast of a page's texts as WCAG 2.2 defines it (success criterion 1.4.3, level AA): 4.5 to 1, and 3 to 1 for
 * large texts. Texts on pictures, disabled controls and what is not seen are left out.
 */
final class Contrast {
    private static final String FAINT = """
            () => {
              const channels = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b]
                .map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = element => {
                for (let at = element; at; at = at.parentElement) {
                  const colour = channels(getComputedStyle(at).backgroundColor);
                  if (colour.length < 4 || colour[3] === 1) return colour;
                }
                return [255, 255, 255];
              };
              const faint = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const element = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || element.closest('svg, select, script, noscript, :disabled')
                    || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
                const style = getComputedStyle(element);
                const [high, low] = [light(channels(style.color)), light(behind(element))].sort((a, b) => b - a);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
                const ratio = (high + 0.05) / (low + 0.05);
                if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${texts.currentNode.data.trim()}`);
              }
              return faint;
            }""";

    private Contrast() {}

    /** Texts that are too faint, each with its contrast. */
    static List<String> faint(Page page) {
        return ((List<?>) page.evaluate(FAINT))
                .stream().flatMap(text -> Stream.of(text.toString())).toList();
    }
}
