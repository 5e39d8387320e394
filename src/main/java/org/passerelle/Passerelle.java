package org.passerelle;

import org.passerelle.cli.PasserelleCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The program's entry, and the root from which the server finds its parts. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Passerelle {
    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(PasserelleCommand.run(arguments));
    }
}
