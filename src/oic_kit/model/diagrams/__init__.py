"""The diagrams of the playbook: from the plan of a place to SVG, pure and the same every time."""
