FROM python:3.11-slim

RUN useradd --create-home --uid 10001 cybercoop
WORKDIR /srv/cybercoop

COPY constraints.txt pyproject.toml README.md LICENSE ./
COPY app app
COPY graph graph
COPY loaders loaders
COPY queries queries
COPY examples examples
RUN pip install --no-cache-dir --disable-pip-version-check -c constraints.txt .

USER cybercoop
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 CMD ["python", "-c", \
  "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["cybercoop", "serve", "--host", "0.0.0.0", "--port", "8000"]
