"""page.py CHECK FILE: what tests/page.t asks of a page, of html5lib's parser (valid, links) or of Chromium by selenium.
A check that does not hold ends with a traceback."""

import base64
import hashlib
import re
import shutil
import sys
import time


def parsed(path):
    import html5lib

    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=False, namespaceHTMLElements=False)
    tree = parser.parse(open(path, "rb").read().decode("utf-8"))
    assert not parser.errors, parser.errors
    return tree


def valid(path):
    tree = parsed(path)
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids)), "an id twice"
    for link in tree.iter("a"):
        href = link.get("href")
        assert not href.startswith("#") or href[1:] in ids, href


def policy(path):
    """It lets run what is there, by its hash, and nothing else."""
    text = open(path, encoding="utf-8").read()
    said = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text).group(1)
    rules = dict(rule.strip().split(" ", 1) for rule in said.split(";"))
    assert rules["default-src"] == "'none'" and rules["base-uri"] == "'none'", rules
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.S)
        assert rules[rule] == "'sha256-%s'" % base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode(), rule


def tame(path):
    """Whatever notes say: one script, no handlers, and links of four kinds."""
    tree = parsed(path)
    assert len(list(tree.iter("script"))) == 1 and len(list(tree.iter("style"))) == 1
    known = {"html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "small", "input", "time", "button", "main",
             "aside", "section", "ol", "li", "a", "span", "p", "details", "summary", "dl", "div", "dt", "dd", "b", "dialog",
             "kbd", "form", "script"}
    for e in tree.iter():
        if not isinstance(e.tag, str):
            continue
        if not e.tag.startswith("{"):  # SVG
            assert e.tag in known, e.tag
        for name, value in e.attrib.items():
            assert not str(name).startswith("on") and name not in ("src", "style", "srcset", "action"), (e.tag, name)
            assert not str(name).endswith("href") or re.match(r"(https?://|mailto:|tel:|#p\d)", value), value


def browser(width=1280, height=900, dark=False):
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    for option in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "hide-scrollbars"):
        options.add_argument("--" + option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.chrome.service.Service(shutil.which("chromedriver")))
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme]})
    return driver


def harmless(path):
    """Every element is opened, hovered, focused and clicked; what notes brought never runs."""
    driver = browser()
    driver.get("file://" + path)
    driver.execute_script("""
        for (const details of document.querySelectorAll('details')) details.open = true;
        addEventListener('click', (e) => { if (e.target.closest('a')) e.preventDefault(); }, true);
        for (const e of document.querySelectorAll('body *'))
            for (const type of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'click', 'error', 'load', 'toggle'])
                e.dispatchEvent(new Event(type, {bubbles: true, cancelable: true}));
        const search = document.getElementById('search');
        for (const text of ['<img src=x onerror="window.ran=1">', 'script', '']) {
            search.value = text;
            search.dispatchEvent(new Event('input'));
        }""")
    time.sleep(0.5)
    assert driver.execute_script("return window.ran === undefined && !document.querySelector('img, iframe, object')")
    assert driver.execute_script("return performance.getEntriesByType('resource').length") == 0
    log = driver.get_log("browser")
    driver.quit()
    assert not log, log


def works(path):
    """Search, keys, links, light and dark."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    driver = browser(dark=True)
    driver.get("file://" + path)
    ask = driver.execute_script

    def press(*keys):
        ActionChains(driver).send_keys(*keys).perform()

    def shown():
        return ask("return [...document.querySelectorAll('#people > details:not([hidden]) .name')].map((e) => e.textContent)")

    def focused():
        return ask("return document.activeElement.querySelector('.name')?.textContent")

    everybody = shown()
    assert everybody == ["Ada Lovelace", "Bob", "Zoë Müller"], everybody
    press("/", "muller lisbon")
    assert shown() == ["Zoë Müller"], shown()
    assert ask("return document.getElementById('count').textContent") == "1 of 3"
    press(Keys.ENTER)
    assert focused() == "Zoë Müller" and ask("return document.querySelector('#people > details:not([hidden])').open")
    press(Keys.ESCAPE)
    assert not ask("return document.querySelector('#people > details:not([hidden])').open")
    press(Keys.ESCAPE)
    assert shown() == everybody
    press("/", "nobody at all")
    assert shown() == [] and ask("return !document.getElementById('none').hidden")
    press(Keys.ESCAPE, "j")
    assert focused() == "Ada Lovelace"
    press("j", "j", "j")
    assert focused() == "Zoë Müller"
    press("k", Keys.ENTER)
    assert focused() == "Bob" and ask("return document.activeElement.parentNode.open")
    press("?")
    assert ask("return document.getElementById('help').open")
    press(Keys.ESCAPE)
    assert not ask("return document.getElementById('help').open")
    press("g")
    assert ask("return document.getElementById('graph').getBoundingClientRect().width === innerWidth")
    press(Keys.ESCAPE)
    assert ask("return document.getElementById('graph').getBoundingClientRect().width < innerWidth")
    driver.find_element("css selector", "#due a").click()
    assert focused() == "Ada Lovelace" and ask("return document.activeElement.parentNode.open")
    driver.find_element("css selector", "#people .tags span").click()
    assert shown() == ["Ada Lovelace", "Zoë Müller"], shown()
    press(Keys.ESCAPE, Keys.ESCAPE)

    back = "return getComputedStyle(document.body).backgroundColor"
    dark = ask(back)
    press("t")
    light = ask(back)
    assert light != dark
    driver.refresh()
    assert ask(back) == light
    driver.find_element("id", "theme").click()
    assert ask(back) == dark
    assert not driver.get_log("browser")
    driver.quit()


def narrow(path):
    """Nothing is wider than a phone or a desk, with all cards open."""
    driver = browser(390, 844)
    driver.get("file://" + path)
    for width in (390, 320, 1440):
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        driver.execute_script("for (const d of document.querySelectorAll('details')) d.open = true")
        wide = driver.execute_script("return document.documentElement.scrollWidth")
        assert wide <= width, (wide, width)
    driver.quit()


def unscripted(path):
    """Without scripts the cards are there, and what needs one is not."""
    driver = browser()
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    driver.get("file://" + path)
    assert not driver.find_element("id", "search").is_displayed()
    card = driver.find_element("css selector", "#people > details")
    inside = card.find_element("css selector", "dl")
    card.find_element("css selector", "summary").click()
    assert inside.is_displayed() and inside.text
    driver.quit()


if __name__ == "__main__":
    globals()[sys.argv[1]](sys.argv[2])
