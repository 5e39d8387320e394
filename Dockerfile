# The jar is built first (./mvnw -DnoEmbedded package), so the image holds no build tools.
FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /home/passerelle passerelle \
    && install --directory --owner=passerelle /data
COPY target/passerelle.jar /opt/passerelle/passerelle.jar
USER passerelle
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=12 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-jar", "/opt/passerelle/passerelle.jar"]
CMD ["serve", "--home", "/data"]
